package himalia.kernel.oracle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** JShell in each way of redefining classes; the two that are asked only where the first does not agree start then. */
final class Engines implements AutoCloseable {
    private final JShellProcess first;
    private final List<JShellProcess> others = new ArrayList<>();

    Engines() throws IOException {
        first = new JShellProcess(Redefining.ALL);
    }

    /** Returns JShell as its own process has it. */
    JShellProcess first() {
        return first;
    }

    /** Asks the first. */
    CompletableFuture<List<Round>> ask(Sequence sequence, int times) {
        return first.ask(sequence, times);
    }

    /** Returns the others. */
    List<JShellProcess> others() {
        try {
            if (others.isEmpty()) {
                others.add(new JShellProcess(Redefining.NONE));
                others.add(new JShellProcess(Redefining.DEPENDANTS));
            }
            return others;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var other : others) {
            other.close();
        }
        first.close();
    }
}
