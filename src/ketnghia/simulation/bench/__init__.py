"""What the product costs at national size, measured and told beside what is to be reached."""
