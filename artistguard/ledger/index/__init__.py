"""Finding fingerprints that are near, exactly."""
