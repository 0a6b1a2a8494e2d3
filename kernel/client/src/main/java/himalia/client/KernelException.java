package himalia.client;

import java.io.IOException;

/** The kernel did not start, does not answer, or is gone; the message holds its last words. */
public final class KernelException extends IOException {
    private static final long serialVersionUID = 1L;

    KernelException(String message) {
        super(message);
    }
}
