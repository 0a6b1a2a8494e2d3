package himalia.magics.libraries;

import himalia.display.bundle.Progress;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks the kernel for libraries; where fetching them takes long, shows how much has come, and gives up with the cell. */
final class Fetching implements AutoCloseable {
    private static final String QUESTION = "maven";
    private static final int KILOBYTE = 1000;
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(500);

    private final Notebook notebook;
    private long since;
    private long shown;
    private long total = -1;
    private @Nullable Progress progress;

    private Fetching(Notebook notebook) {
        this.notebook = notebook;
    }

    static @Nullable Object ask(Notebook notebook, Map<String, ?> arguments) {
        var answer = notebook.ask(QUESTION, arguments);
        if (number(answer, "fetch") < 0) {
            return answer;
        }
        try (var fetching = new Fetching(notebook)) {
            while (number(answer, "fetch") >= 0) {
                fetching.show(answer);
                answer = fetching.next(number(answer, "fetch"));
            }
        }
        return answer;
    }

    private void show(@Nullable Object state) {
        long done = number(state, "done") / KILOBYTE;
        if (done <= 0) {
            // Nothing comes yet, and perhaps nothing has to.
            return;
        }
        long now = System.nanoTime();
        since = since == 0 ? now : since;
        if (progress == null && now - since >= LONG) {
            progress = begun(state);
        }
        var running = progress;
        if (running != null) {
            // What is counted up to may grow: another file has begun.
            long counted = total < 0 ? done : Math.min(done, total - 1);
            if (total < 0) {
                running.note(size(state));
            }
            running.advance(Math.max(0, counted - shown));
            shown = Math.max(shown, counted);
        }
    }

    /** How much there is to come in all, as far as it is known by now: it grows with each file that begins. */
    private static String size(@Nullable Object state) {
        long files = number(state, "files");
        long all = number(state, "total") / KILOBYTE;
        var many = files == 1 ? name(state) : files + " files";
        return files < 1 ? "" : all > 0 ? String.format(Locale.ROOT, "%,d kB, ", all) + many : many;
    }

    private static String name(@Nullable Object state) {
        return state instanceof Map<?, ?> map ? String.valueOf(map.get("name")) : "";
    }

    private Progress begun(@Nullable Object state) {
        long files = number(state, "files");
        long all = number(state, "total") / KILOBYTE;
        if (files == 1 && all > 0) {
            total = all;
            return Progress.start("kB, " + name(state), all);
        }
        return Progress.start("kB");
    }

    private @Nullable Object next(long fetch) {
        try {
            return notebook.ask(QUESTION, Map.of("fetch", fetch));
        } catch (MagicException e) {
            if (Thread.interrupted()) {
                // The question is asked without the interrupt, which then goes its way.
                notebook.ask(QUESTION, Map.of("fetch", fetch, "stop", true));
                Thread.currentThread().interrupt();
            }
            throw e;
        }
    }

    private static long number(@Nullable Object answer, String name) {
        return answer instanceof Map<?, ?> map && map.get(name) instanceof Number number
                ? number.longValue()
                : -1;
    }

    @Override
    public void close() {
        var running = progress;
        if (running != null) {
            running.close();
        }
    }
}
