package himalia.magics.featurestore;

import himalia.featurestore.FeatureStore;
import himalia.featurestore.SkewReport;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %features skew}. */
@Command(
        name = "skew",
        description = "Asks the history for what was answered to logged requests, and compares.",
        footer = {
            "Example: %%features skew --log on",
            "In Java: store.logRequests(true), and later store.skew()"
        })
public final class SkewAction implements FeatureAction<SkewReport> {
    /** Whether requests are logged. */
    enum Log {
        on,
        off
    }

    @Option(
            names = "--log",
            paramLabel = "on|off",
            description = "Log what is asked and answered from now on, or no longer.")
    private @Nullable Log log;

    @Override
    public SkewReport run(Notebook notebook, FeatureStore store) {
        return turned(store).skew();
    }

    private FeatureStore turned(FeatureStore store) {
        return log == null ? store : store.logRequests(log == Log.on);
    }

    @Override
    public String java(JavaText java, String store) {
        return log == null
                ? store + ".skew()"
                : "%s.logRequests(%s).skew()".formatted(store, log == Log.on);
    }
}
