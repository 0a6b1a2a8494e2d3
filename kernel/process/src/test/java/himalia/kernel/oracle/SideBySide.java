package himalia.kernel.oracle;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Two kernels beside two JShells: each waits for its processes half of the time. */
final class SideBySide {
    private SideBySide() {}

    /** What differs, and how much was run. */
    record Found(Map<String, List<String>> differences, String summary) {}

    /** Runs both halves, and returns what each finds. */
    static List<Found> run(Consumer<Differences> first, Consumer<Differences> second) {
        var other = CompletableFuture.supplyAsync(() -> run(first));
        var own = run(second);
        return List.of(other.join(), own);
    }

    private static Found run(Consumer<Differences> half) {
        try (var engines = new Engines();
                var kernel = new KernelSession()) {
            var differences = new Differences(engines, kernel, each -> {});
            half.accept(differences);
            return new Found(differences.found(), differences.summary());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
