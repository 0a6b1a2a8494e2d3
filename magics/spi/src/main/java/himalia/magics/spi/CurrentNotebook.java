package himalia.magics.spi;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The one static door: what the kernel's rewritten cells call.
 *
 * <pre>{@code
 * %sample smote --label y train
 *   becomes
 * (tech.tablesaw.api.Table) himalia.magics.spi.CurrentNotebook.line("sample", "smote", "--label", "y",
 *     himalia.magics.spi.CurrentNotebook.value("train", train))
 * }</pre>
 */
public final class CurrentNotebook {
    private static volatile @Nullable Notebook notebook;
    private static volatile @Nullable MagicCatalog catalog;
    private static final Deque<AroundMagic<?>> AROUND = new ArrayDeque<>();

    private CurrentNotebook() {}

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
            known =
                    ServiceLoader.load(MagicCatalog.class, ClassLoader.getSystemClassLoader())
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new MagicException(
                                                    "no magics on the class path; add himalia-magics"));
            catalog = known;
        }
        return known;
    }

    /** Marks a word of a line as the value of an expression. */
    public static MagicCatalog.Value value(String source, @Nullable Object value) {
        return new MagicCatalog.Value(source, value);
    }

    /** Runs {@code %name words}. */
    public static @Nullable Object line(String name, Object... words) throws Exception {
        return catalog().line(get(), name, List.copyOf(Arrays.asList(words)));
    }

    /** Runs {@code %%name words} over {@code body}. */
    public static @Nullable Object cell(String name, @Nullable Object body, Object... words)
            throws Exception {
        return catalog().cell(get(), name, List.copyOf(Arrays.asList(words)), body);
    }

    /** Begins {@code %%name words} around code. */
    public static void before(String name, Object... words) throws Exception {
        var magic = catalog().around(get(), name, List.copyOf(Arrays.asList(words)));
        magic.before(get());
        synchronized (AROUND) {
            AROUND.push(magic);
        }
    }

    /** Ends the magic begun last. */
    public static @Nullable Object after() throws Exception {
        AroundMagic<?> magic;
        synchronized (AROUND) {
            magic = AROUND.pop();
        }
        return magic.after(get());
    }
}
