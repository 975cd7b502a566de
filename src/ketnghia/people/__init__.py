"""People and the posts they held (nhân sự, chức vụ)."""
