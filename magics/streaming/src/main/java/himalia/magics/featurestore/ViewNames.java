package himalia.magics.featurestore;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import java.util.List;

/** Offers the views of a feature store. */
public final class ViewNames implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        return SharedStore.names(line).stream()
                .filter(each -> each.contains(":"))
                .map(each -> each.substring(0, each.indexOf(':')))
                .distinct()
                .toList();
    }
}
