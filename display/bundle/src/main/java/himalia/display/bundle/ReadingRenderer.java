package himalia.display.bundle;

/**
 * A renderer of values that can be read once only, such as the rows of a query.
 *
 * <p>Showing a value must not take anything away from those who hold it. A cell's own value that no variable holds is
 * another matter: its reader is the person in front of the notebook.
 *
 * @param <T> the type it shows, with its subtypes
 */
public interface ReadingRenderer<T> extends Renderer<T> {
    /** Returns the value as a bundle, and may read of it what is shown; says so in the bundle. */
    MimeBundle renderByReading(T value);
}
