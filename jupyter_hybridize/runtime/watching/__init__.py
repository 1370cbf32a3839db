"""What makes a running notebook trace again, and what its graphs have kept too long."""
