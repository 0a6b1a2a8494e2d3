package himalia.display.bundle;

/**
 * Turns values of one type into what a front end shows.
 *
 * <p>Found through {@link java.util.ServiceLoader}, or registered from a cell with {@link Renderers#register}. A renderer
 * that fails costs the picture, never the value.
 *
 * @param <T> the type it shows, with its subtypes
 */
public interface Renderer<T> {
    /** Returns the type this renderer shows. */
    Class<T> type();

    /**
     * Returns the name of that type; a renderer of a large library overrides it with a constant, so that the library is
     * not loaded before one of its values is shown.
     */
    default String typeName() {
        return type().getName();
    }

    /** Returns what people call it. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Returns the value as a bundle; called on the user's thread, so it must be quick whatever the value's size. */
    MimeBundle render(T value);

    /** Returns the value as one MIME type where it can be drawn so, else as {@link #render} does. */
    default MimeBundle renderAs(T value, String mime) {
        return render(value);
    }
}
