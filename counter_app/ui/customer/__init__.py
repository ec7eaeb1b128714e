"""The second screen: what the customer sees, points at and taps."""
