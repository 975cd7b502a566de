"""Reviews (sơ kết, tổng kết): what a period came to, from the base units upwards."""
