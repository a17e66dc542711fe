"""The one door to the network: requests with limits on time, size and direction, and sockets that listen."""
