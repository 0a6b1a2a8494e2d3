package himalia.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A picture of part of a training is not taken for all of it. */
class TimelineTest {
    @Test
    void thePictureSaysThatItShowsTheFirstSpansOnly() {
        assertThat(shown(300))
                .contains("What the workers do, in seconds")
                .doesNotContain("first 300");
        assertThat(shown(1_500)).contains("in seconds: the first 300 of 1,500 spans");
    }

    private static String shown(int count) {
        var spans =
                IntStream.range(0, count)
                        .mapToObj(
                                i -> new WorkerSpan(i % 2, 100 + i % 2, Activity.COMPUTE, i, i + 1))
                        .toList();
        return Display.render(new Timeline(spans, List.of()).chart()).data().toString();
    }
}
