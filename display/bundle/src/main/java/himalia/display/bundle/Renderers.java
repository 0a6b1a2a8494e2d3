package himalia.display.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows how each type looks: the exact class first, then the nearest supertype, then plain text.
 *
 * <pre>{@code
 * Display.renderers().register(Point.class, p -> MimeBundle.plain(p.x() + ", " + p.y()));
 * }</pre>
 */
public final class Renderers {
    /** How long the look of a value may take to draw; then its text has to do. */
    private static final long PATIENCE = 2_000;

    private static final Set<Class<?>> SCALARS =
            Set.of(
                    Integer.class,
                    Long.class,
                    Double.class,
                    Float.class,
                    Short.class,
                    Byte.class,
                    Boolean.class,
                    Character.class,
                    String.class);

    private final Map<String, Renderer<?>> byType = new ConcurrentHashMap<>();

    /** How often the class path has become another, and up to which of them its renderers were read. */
    private final AtomicInteger paths = new AtomicInteger(1);

    /** Which renderer numbers and texts have, which most cells end with; another map as soon as that may change. */
    private volatile Map<Class<?>, Optional<Renderer<?>>> ofScalars = new ConcurrentHashMap<>();

    private int read;
    private volatile JvmRepr repr = JvmRepr.NONE;
    private volatile ClassLoader names = ClassLoader.getSystemClassLoader();

    private Renderers() {}

    /** Returns a registry that reads the renderers of the class path when it is first asked for one. */
    static Renderers load() {
        return new Renderers();
    }

    /** Registers how values of {@code type} look, in place of what was registered before. */
    public <T> void register(Class<T> type, Function<? super T, MimeBundle> look) {
        register(new UsersRenderer<>(type, look));
    }

    private record UsersRenderer<T>(Class<T> type, Function<? super T, MimeBundle> look)
            implements Renderer<T> {
        @Override
        public String name() {
            return "the renderer registered for " + type.getSimpleName();
        }

        @Override
        public MimeBundle render(T value) {
            return look.apply(value);
        }
    }

    /** Registers a renderer, in place of the one that had its type before. */
    public void register(Renderer<?> renderer) {
        byType.put(renderer.typeName(), renderer);
        ofScalars = new ConcurrentHashMap<>();
    }

    /**
     * Notes which renderers the class path names, all of them ours; those that jars name which join it later are read by
     * {@link #reload}.
     */
    public void find() {
        names = RendererNames.now();
    }

    /** Reads the renderers of the class path again, after jars were added; those registered by hand stay. */
    public void reload() {
        names = ClassLoader.getSystemClassLoader();
        // What is being read now is of the path before.
        paths.incrementAndGet();
        repr = JvmRepr.find();
    }

    /** Returns every renderer, one for each type. */
    public List<Renderer<?>> all() {
        loadOnce();
        return List.copyOf(byType.values());
    }

    /** Returns what a front end shows for {@code value}; never fails. */
    public MimeBundle render(@Nullable Object value) {
        return render(value, () -> true);
    }

    /**
     * Returns what a front end shows for the value of a cell; never fails.
     *
     * @param isHeld tells whether a variable holds the value too; asked only where that matters
     */
    public MimeBundle render(@Nullable Object value, BooleanSupplier isHeld) {
        if (value == null) {
            return MimeBundle.plain("null");
        }
        if (value instanceof MimeBundle bundle) {
            return bundle;
        }
        var renderer = find(value.getClass());
        if (renderer.isPresent()) {
            try {
                return drawn(renderer.get(), value, isHeld);
            } catch (RuntimeException | Error e) {
                return failed(value, renderer.get().name(), e);
            }
        }
        return byRepr(value).orElseGet(() -> MimeBundle.plain(PlainText.of(value)));
    }

    private Optional<MimeBundle> byRepr(Object value) {
        var library = repr;
        if (!library.isThere()) {
            return Optional.empty();
        }
        try {
            return Patience.within(PATIENCE, () -> library.bundle(value));
        } catch (RuntimeException | Error e) {
            return Optional.of(failed(value, "jvm-repr", e));
        }
    }

    /** What a renderer fails with costs the picture; what ends the cell from outside ends it. */
    private static MimeBundle failed(Object value, String renderer, Throwable why) {
        Orders.obey(why);
        return why.getCause() instanceof InterruptedException
                ? textOfInterrupted(value)
                : MimeBundle.plain(
                        PlainText.of(value) + "\n[" + renderer + " failed: " + why + "]");
    }

    /** Returns what is left to show of a value whose cell was interrupted while it was drawn; nothing where that was its text. */
    public Optional<MimeBundle> leftOf(@Nullable Object value) {
        boolean isDrawn = value == null || repr.isThere() || find(value.getClass()).isPresent();
        return isDrawn ? Optional.of(textOfInterrupted(value)) : Optional.empty();
    }

    private static MimeBundle textOfInterrupted(@Nullable Object value) {
        return MimeBundle.plain(
                (value == null ? "null" : PlainText.of(value))
                        + "\n[interrupted before its picture was drawn]");
    }

    /** Returns {@code value} as the MIME types that are asked for: a text as it is, anything else as its renderer does. */
    public MimeBundle renderAs(@Nullable Object value, String... mimes) {
        var bundle = MimeBundle.plain(value instanceof byte[] ? "" : plain(value));
        boolean found = false;
        for (var mime : mimes) {
            Object content =
                    value instanceof CharSequence text
                            ? text.toString()
                            : value instanceof byte[] ? value : drawnAs(value, mime);
            if (isEmptyPicture(mime, content)) {
                return MimeBundle.plain("[a picture of type " + mime + " without a byte]");
            }
            if (content != null) {
                found = true;
                bundle = bundle.with(mime, content);
            }
        }
        if (value instanceof byte[] && found) {
            bundle = bundle.with(MimeBundle.PLAIN, "<" + String.join(", ", mimes) + ">");
        }
        return found ? bundle : render(value);
    }

    /** Front ends would draw it as broken. */
    private static boolean isEmptyPicture(String mime, @Nullable Object content) {
        return mime.startsWith("image/")
                && (content instanceof byte[] bytes && bytes.length == 0
                        || content instanceof String text && text.isBlank());
    }

    private String plain(@Nullable Object value) {
        return value instanceof CharSequence text ? text.toString() : render(value).text();
    }

    /** Returns the content of one type, null where the value cannot be drawn so. */
    @SuppressWarnings("unchecked")
    private @Nullable Object drawnAs(@Nullable Object value, String mime) {
        if (value == null || value instanceof MimeBundle) {
            return render(value).data().get(mime);
        }
        var renderer = find(value.getClass());
        return renderer.isEmpty()
                ? null
                : ((Renderer<Object>) renderer.get()).renderAs(value, mime).data().get(mime);
    }

    @SuppressWarnings("unchecked")
    private static <T> MimeBundle drawn(
            Renderer<T> renderer, Object value, BooleanSupplier isHeld) {
        Supplier<MimeBundle> look =
                renderer instanceof ReadingRenderer<T> reading && !isHeld.getAsBoolean()
                        ? () -> reading.renderByReading((T) value)
                        : () -> renderer.render((T) value);
        MimeBundle bundle = isQuick(renderer, value) ? look.get() : Patience.within(PATIENCE, look);
        if (bundle == null) {
            return MimeBundle.plain(
                    PlainText.of(value)
                            + "\n["
                            + renderer.name()
                            + " returned null, not a bundle]");
        }
        return bundle;
    }

    /** Ours are quick, which their tests hold; but for those that call what the user wrote. */
    private static boolean isQuick(Renderer<?> renderer, Object value) {
        boolean users =
                renderer instanceof UsersRenderer
                        || renderer instanceof DisplayableRenderer && !isOurs(value.getClass());
        return !users && isOurs(renderer.getClass());
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("himalia.");
    }

    private Optional<Renderer<?>> find(Class<?> type) {
        if (!isDrawnByNone(type)) {
            loadOnce();
        }
        return SCALARS.contains(type)
                ? ofScalars.computeIfAbsent(type, this::nearest)
                : nearest(type);
    }

    private Optional<Renderer<?>> nearest(Class<?> type) {
        for (var candidate : Supertypes.nearestFirst(type)) {
            var renderer = byType.get(candidate.getName());
            if (renderer != null) {
                return Optional.of(renderer);
            }
        }
        return Optional.empty();
    }

    /** Whether none of the class path needs to be read for it: where all of it is ours, numbers and texts are shown as text. */
    private boolean isDrawnByNone(Class<?> type) {
        return names instanceof RendererNames && SCALARS.contains(type);
    }

    private synchronized void loadOnce() {
        int now = paths.get();
        if (read == now) {
            return;
        }
        var providers = ServiceLoader.load(Renderer.class, names).iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    read = now;
                    return;
                }
                var renderer = providers.next();
                byType.putIfAbsent(renderer.typeName(), renderer);
                ofScalars = new ConcurrentHashMap<>();
            } catch (ServiceConfigurationError | NoClassDefFoundError e) {
                // A renderer whose library is not on the class path yet shows nothing today and
                // harms nobody.
                System.getLogger("himalia.display")
                        .log(System.Logger.Level.DEBUG, "renderer left out", e);
            }
        }
    }
}
