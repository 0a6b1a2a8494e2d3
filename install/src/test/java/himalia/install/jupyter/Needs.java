package himalia.install.jupyter;

import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What tests need of the machine: without it they are skipped where a person works, and fail where the gate runs. */
final class Needs {
    private Needs() {}

    /** Skips the test that asks, or fails it in the gate, unless what it needs is there. */
    static void that(boolean there, String missing) {
        that(there, missing, System.getenv());
    }

    static void that(boolean there, String missing, Map<String, String> environment) {
        if (!there && "true".equals(environment.get("CI"))) {
            Assertions.fail(
                    missing + ": the gate (CI=true) skips no test; install it, or unset CI");
        }
        Assumptions.assumeTrue(there, missing);
    }
}
