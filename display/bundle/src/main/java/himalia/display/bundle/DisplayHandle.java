package himalia.display.bundle;

import org.jspecify.annotations.Nullable;

/**
 * Stands for something shown, and can replace it.
 *
 * @param id the name it was shown under
 */
public record DisplayHandle(String id) {
    /** Shows {@code value} in the place of what was shown before. */
    public void update(@Nullable Object value) {
        Display.updateDisplay(id, value);
    }
}
