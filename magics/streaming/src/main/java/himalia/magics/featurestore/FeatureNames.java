package himalia.magics.featurestore;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import java.util.List;

/** Offers features as {@code view:feature}, and services. */
public final class FeatureNames implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        return SharedStore.names(line).stream().filter(each -> !each.endsWith(":…")).toList();
    }
}
