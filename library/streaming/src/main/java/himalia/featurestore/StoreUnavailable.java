package himalia.featurestore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** The store's file cannot be used now: another holds it, or the disk is full. What was to be written is not wrong. */
final class StoreUnavailable extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    StoreUnavailable(String name, SQLException cause) {
        super(
                "the feature store %s cannot be used: %s; is it one, is it open, and may it be written?"
                        .formatted(name, cause.getMessage()),
                new IOException(cause));
    }
}
