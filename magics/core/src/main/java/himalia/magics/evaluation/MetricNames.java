package himalia.magics.evaluation;

import himalia.evaluation.Metric;
import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import java.util.List;

/** Offers the names of metrics. */
public final class MetricNames implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        return Metric.names();
    }
}
