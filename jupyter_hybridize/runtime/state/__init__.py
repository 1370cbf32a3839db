"""What a trial may touch, and how it is put back."""
