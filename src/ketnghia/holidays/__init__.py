"""Holidays (ngày nghỉ, ngày lễ): of the countries units live in, and the days the union keeps."""
