package himalia.kernel.oracle;

import java.util.List;

/** Runs sequences in the kernel, and says where it differs from what JShell made of them. */
final class Oracle {
    private final KernelSession kernel;

    Oracle(KernelSession kernel) {
        this.kernel = kernel;
    }

    /** Runs the cells as they are written, as often as JShell did. */
    List<String> asWritten(Sequence sequence, List<Round> rounds) {
        var comparison = new Comparison();
        kernel.reset();
        for (var round : rounds) {
            for (int i = 0; i < sequence.cells().size(); i++) {
                var source = sequence.cells().get(i);
                comparison.cell(source, round.told(i), kernel.run(source));
            }
            compareVariables(comparison, round);
        }
        return comparison.found();
    }

    /** Runs one snippet a cell. */
    List<String> inPieces(Round round) {
        var comparison = new Comparison();
        kernel.reset();
        for (var step : round.steps()) {
            comparison.cell(step.source(), step.told(), kernel.run(step.source()));
        }
        compareVariables(comparison, round);
        return comparison.found();
    }

    /** Runs everything as one cell; only where JShell took all of it. */
    List<String> whole(Round round) {
        var comparison = new Comparison();
        var source = new StringBuilder();
        var printed = new StringBuilder();
        var steps = round.steps();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            source.append(step.source());
            if (i < steps.size() - 1) {
                source.append(step.open() ? "\n;\n" : "\n");
            }
            printed.append(step.told().printed());
        }
        kernel.reset();
        var last = steps.get(steps.size() - 1).told();
        comparison.cell(
                source.toString(),
                new Told(last.ending(), last.thrown(), last.value(), printed.toString()),
                kernel.run(source.toString()));
        compareVariables(comparison, round);
        return comparison.found();
    }

    private void compareVariables(Comparison comparison, Round round) {
        comparison.variables(round.variables(), kernel.names(), kernel.values(round.valid()));
    }
}
