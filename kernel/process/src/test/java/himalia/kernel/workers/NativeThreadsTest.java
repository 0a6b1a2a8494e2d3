package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class NativeThreadsTest {
    private static Map<String, String> set(Map<String, String> users) {
        var environment = new HashMap<>(users);
        WorkerProcess.letThreadsRest(environment);
        return environment;
    }

    @Test
    void threadsOfNativeLibrariesSpinForMicrosecondsAndSleepThen() {
        var said = "System.getenv(\"OMP_WAIT_POLICY\") + \" \" + System.getenv(\"GOMP_SPINCOUNT\")";
        try (var cells = new TestWorker()) {
            var users = System.getenv("OMP_WAIT_POLICY");
            assertThat(cells.value(said))
                    .isEqualTo(
                            users == null
                                    ? "passive 1000"
                                    : users + " " + System.getenv("GOMP_SPINCOUNT"));
        }
    }

    @Test
    void whatTheUserSaysHolds() {
        assertThat(set(Map.of()))
                .isEqualTo(Map.of("OMP_WAIT_POLICY", "passive", "GOMP_SPINCOUNT", "1000"));
        for (var users :
                new String[][] {{"OMP_WAIT_POLICY", "active"}, {"OMP_WAIT_POLICY", "passive"}}) {
            assertThat(set(Map.of(users[0], users[1]))).isEqualTo(Map.of(users[0], users[1]));
        }
        assertThat(set(Map.of("GOMP_SPINCOUNT", "0")))
                .isEqualTo(Map.of("OMP_WAIT_POLICY", "passive", "GOMP_SPINCOUNT", "0"));
    }
}
