package himalia.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A picture of part of a training is not taken for all of it. */
class TimelineTest {
    @Test
    void thePictureSaysThatItShowsTheFirstSpansOnly() {
        assertThat(title(300)).contains("What the workers do, in seconds\"");
        assertThat(title(1_500))
                .contains("What the workers do, in seconds: the first 300 of 1,500 spans\"");
    }

    private static String title(int count) {
        var spans =
                IntStream.range(0, count)
                        .mapToObj(
                                i -> new WorkerSpan(i % 2, 100 + i % 2, Activity.COMPUTE, i, i + 1))
                        .toList();
        var shown = Display.render(new Timeline(spans, List.of()).chart());
        return String.valueOf(shown.data().get(MimeBundle.HTML));
    }
}
