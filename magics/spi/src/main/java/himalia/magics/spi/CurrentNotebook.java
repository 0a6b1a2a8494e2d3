package himalia.magics.spi;

import static himalia.display.bundle.Given.given;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The one static door: what code calls that runs in a notebook, and what the kernel makes of magics. */
public class CurrentNotebook {
    private static volatile @Nullable Notebook notebook;
    private static volatile @Nullable MagicCatalog catalog;

    /** What the line of a magic of the user's own gives, where there is nothing to show. */
    public static final Object NOTHING = new Object();

    private static final ThreadLocal<@Nullable Object> KEPT = new ThreadLocal<>();

    private static final Deque<AroundMagic<?>> AROUND = new ArrayDeque<>();

    protected CurrentNotebook() {}

    /** Connects the notebook; called once, by the process that runs the cells. */
    public static void connect(Notebook current) {
        notebook = current;
    }

    /** Returns the notebook that this code runs in. */
    public static Notebook get() {
        var current = notebook;
        if (current == null) {
            throw new IllegalStateException("no notebook here: this code does not run in a cell");
        }
        return current;
    }

    /** Returns the magics, read on first use: a session without magics never pays for them. */
    public static MagicCatalog catalog() {
        var known = catalog;
        if (known == null) {
            known = read();
            catalog = known;
        }
        return known;
    }

    private static MagicCatalog read() {
        try {
            var found = ServiceLoader.load(MagicCatalog.class, ClassLoader.getSystemClassLoader());
            return found.findFirst().orElseThrow(() -> unread(null));
        } catch (ServiceConfigurationError e) {
            throw unread(e);
        }
    }

    private static NoClassDefFoundError unread(@Nullable Throwable cause) {
        var error =
                new NoClassDefFoundError(
                        "no magics can be read: himalia-magics is not on the class path,"
                                + " or the process had no file handles left when they were"
                                + " first asked for; %jvm --restart starts another one");
        error.initCause(cause);
        return error;
    }

    /** Marks a word of a line as the value of an expression. */
    public static MagicCatalog.Value value(String source, @Nullable Object value) {
        return new MagicCatalog.Value(source, value);
    }

    /** Marks a lambda that returns a value. */
    public static MagicCatalog.Value value(String source, Callable<?> action) {
        return new MagicCatalog.Value(source, action);
    }

    /** Marks a lambda that returns nothing. */
    public static MagicCatalog.Value value(String source, Runnable action) {
        return new MagicCatalog.Value(source, Executors.callable(action));
    }

    /** Marks code that has a value. */
    public static MagicCatalog.Value code(String source, Callable<?> code) {
        return new MagicCatalog.Value(source, code);
    }

    /** Marks code that has none. */
    public static MagicCatalog.Value code(String source, Statements code) {
        Callable<?> action =
                () -> {
                    code.run();
                    return NOTHING;
                };
        return new MagicCatalog.Value(source, action);
    }

    /** Code of a line or a cell that a magic runs, as often as it likes. */
    public interface Statements {
        /** Runs it once. */
        void run() throws Exception;
    }

    /** Runs {@code %name words}. */
    public static @Nullable Object line(String name, @Nullable Object... words) {
        return unchecked(
                () -> {
                    var own = OwnMagics.findLine(name);
                    return own.isPresent()
                            ? own.get().run(texts(words))
                            : catalog().line(get(), name, list(words));
                });
    }

    /** Runs {@code %name words} where the line may be of any type. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the user wrote it
    public static <T> @Nullable T anyLine(String name, @Nullable Object... words) {
        return (T) line(name, words);
    }

    /** Runs {@code %name words} where the line is shown, and shows nothing for nothing. */
    public static Object shownLine(String name, @Nullable Object... words) {
        var value = line(name, words);
        return value == null ? NOTHING : value;
    }

    /** Shows the value of a magic after which the cell goes on, if it has one. */
    public static void told(@Nullable Object value) {
        if (value != null) {
            get().display(value);
        }
    }

    /** Tells libraries that others have joined the class path. */
    public static void classPathChanged() {
        ServiceLoader.load(ClassPathListener.class, ClassLoader.getSystemClassLoader())
                .forEach(ClassPathListener::changed);
    }

    /** Runs {@code %%name words} over {@code body}. */
    public static @Nullable Object cell(
            String name, @Nullable Object body, @Nullable Object... words) {
        return unchecked(
                () -> {
                    var own = OwnMagics.findCell(name);
                    return own.isPresent()
                            ? own.get().run(texts(words), String.valueOf(body))
                            : catalog().cell(get(), name, list(words), body);
                });
    }

    /** Runs {@code %%name words} over {@code body} where the value may be of any type. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the user wrote it
    public static <T> @Nullable T anyCell(
            String name, @Nullable Object body, @Nullable Object... words) {
        return (T) cell(name, body, words);
    }

    /** Runs {@code %%name words} over {@code body}, and shows nothing for nothing. */
    public static Object shownCell(String name, @Nullable Object body, @Nullable Object... words) {
        var value = cell(name, body, words);
        return value == null ? NOTHING : value;
    }

    /**
     * The line of a magic over a body: its expressions are computed before it.
     *
     * @param name the magic's name
     * @param words what stands behind it
     */
    public record Words(String name, List<Object> words) {
        public Words {
            given(name, "name");
            words = List.copyOf(given(words, "words"));
        }
    }

    /** Returns the line of {@code %%name words}. */
    public static Words words(String name, @Nullable Object... words) {
        return new Words(name, list(words));
    }

    /** Runs a line over {@code body}. */
    public static @Nullable Object cell(Words line, @Nullable Object body) {
        return cell(line.name(), body, line.words().toArray());
    }

    /** Runs a line over {@code body}, and shows nothing for nothing. */
    public static Object shownCell(Words line, @Nullable Object body) {
        return shownCell(line.name(), body, line.words().toArray());
    }

    /** Keeps a value for the next statement of the cell, which {@link #kept} gives it to. */
    public static void keep(@Nullable Object value) {
        KEPT.set(value);
    }

    /** Returns what was kept last on this thread, once. */
    public static @Nullable Object kept() {
        var value = KEPT.get();
        KEPT.remove();
        return value;
    }

    /** Begins {@code %%name words} around code. */
    public static void before(String name, @Nullable Object... words) {
        var magic =
                unchecked(
                        () -> {
                            var bound = catalog().around(get(), name, list(words));
                            bound.before(get());
                            return bound;
                        });
        synchronized (AROUND) {
            AROUND.push(magic);
        }
    }

    /** Ends the magic begun last. */
    public static @Nullable Object after() {
        return ended(magic -> magic.after(get()));
    }

    /** Ends the magic begun last, of whose code nothing ran. */
    public static void abandon() {
        ended(
                magic -> {
                    magic.abandon(get());
                    return null;
                });
    }

    /** How a magic around code ends. */
    private interface Ending {
        @Nullable Object of(AroundMagic<?> magic) throws Exception;
    }

    private static @Nullable Object ended(Ending how) {
        AroundMagic<?> magic;
        synchronized (AROUND) {
            magic = AROUND.poll();
        }
        return magic == null ? null : unchecked(() -> how.of(magic));
    }

    private static List<String> texts(@Nullable Object... words) {
        var texts = new ArrayList<String>();
        for (var word : words) {
            texts.add(
                    String.valueOf(
                            word instanceof MagicCatalog.Value value ? value.value() : word));
        }
        return texts;
    }

    private static List<Object> list(@Nullable Object... words) {
        var list = new ArrayList<Object>();
        for (var word : words) {
            list.add(word == null ? value("null", (Object) null) : word);
        }
        return list;
    }

    /** Magics may stand wherever an expression may, so none declares a checked exception. */
    private static <T extends @Nullable Object> T unchecked(Callable<T> body) {
        try {
            return body.call();
        } catch (Exception e) {
            return CurrentNotebook.<RuntimeException, T>thrown(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception, T extends @Nullable Object> T thrown(Exception e)
            throws E {
        throw (E) e;
    }
}
