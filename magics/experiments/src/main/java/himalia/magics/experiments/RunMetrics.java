package himalia.magics.experiments;

import himalia.experiments.RunLog;
import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;

/** Offers the metrics of the runs in the log beside the notebook. */
public final class RunMetrics implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        var log = line.directory().resolve(RunLog.DEFAULT);
        return Files.exists(log)
                ? RunLog.at(log, Clock.systemUTC()).list().stream()
                        .flatMap(run -> run.metrics().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }
}
