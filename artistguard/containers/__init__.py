"""What formats share: chunks, boxes, archives and tag blocks, taken apart and put together around the payload."""
