package himalia.magics.libraries;

import himalia.display.bundle.Progress;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the kernel for libraries; where that takes long, shows how much has come, and gives up with the cell. */
final class Fetching {
    private static final String QUESTION = "maven";
    private static final int KILOBYTE = 1000;

    private Fetching() {}

    static @Nullable Object ask(Notebook notebook, Map<String, ?> arguments) {
        var answer = notebook.ask(QUESTION, arguments);
        if (fetch(answer) < 0) {
            return answer;
        }
        try (var progress = Progress.start("kB fetched")) {
            long shown = 0;
            while (fetch(answer) >= 0) {
                long done = number(answer, "done") / KILOBYTE;
                progress.advance(Math.max(0, done - shown));
                shown = Math.max(done, shown);
                answer = next(notebook, fetch(answer));
            }
        }
        return answer;
    }

    private static @Nullable Object next(Notebook notebook, long fetch) {
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

    private static long fetch(@Nullable Object answer) {
        return number(answer, "fetch");
    }

    private static long number(@Nullable Object answer, String name) {
        return answer instanceof Map<?, ?> map && map.get(name) instanceof Number number
                ? number.longValue()
                : -1;
    }
}
