package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a job is said to have run. */
class JobTimesTest {
    @ParameterizedTest
    @CsvSource({"PT1.25S, 1.3 s", "PT59S, 59.0 s", "PT61S, 1 min 1 s", "PT2H5M, 2 h 5 min"})
    void timeGoesOnUntilTheEnd(Duration passed, String told) {
        var now = new AtomicReference<>(Instant.parse("2026-11-28T04:05:00.7Z"));
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        var times = new JobTimes("host:8081", clock);

        now.set(now.get().plus(passed));
        assertThat(times.took()).isEqualTo(told);
        times.end();
        now.set(now.get().plusSeconds(10_000));

        assertThat(times.took()).isEqualTo(told);
        assertThat(times.begun()).matches("2026-11-2[789]T\\d\\d:\\d\\d:00");
    }
}
