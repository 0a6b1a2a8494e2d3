package himalia.parallel;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Another worker is gone: what this one does is of no use, and no fault of its own. */
final class CutOff extends IOException {
    private static final long serialVersionUID = 1L;

    CutOff(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
