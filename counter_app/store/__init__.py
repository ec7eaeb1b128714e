"""The store on the local disk: the only room that knows SQL."""
