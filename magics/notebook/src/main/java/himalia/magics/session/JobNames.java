package himalia.magics.session;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.Job;
import himalia.magics.spi.Jobs;
import himalia.magics.spi.LineSoFar;
import java.util.List;

/** Offers the names of the jobs. */
public final class JobNames implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        return Jobs.list().stream().map(Job::name).toList();
    }
}
