package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import himalia.display.bundle.Display;
import himalia.display.bundle.DisplaySink;
import himalia.display.bundle.MimeBundle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongWorkTest {
    private final List<MimeBundle> shown = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void watch() {
        Display.connect(new Sink(true));
    }

    @AfterEach
    void leave() {
        Display.connect(new Sink(false));
    }

    /** Keeps what is shown. */
    private final class Sink implements DisplaySink {
        private final boolean watched;

        Sink(boolean watched) {
            this.watched = watched;
        }

        @Override
        public void show(MimeBundle bundle, Optional<String> id) {
            shown.add(bundle);
        }

        @Override
        public void update(String id, MimeBundle bundle) {
            shown.add(bundle);
        }

        @Override
        public void clear(boolean wait) {}

        @Override
        public boolean isWatched() {
            return watched;
        }
    }

    @Test
    void aPushedRowThatCannotBeReadLeavesNoProgressOpen() {
        var rows = new SavedRow("no key", 0, 0, new JsonObject());
        assertThatThrownBy(
                        () -> {
                            try (var work = LongWork.on("rows", 1)) {
                                for (var row : work.each(List.of(rows))) {
                                    EntityKeys.read(row.entity());
                                }
                            }
                        })
                .isInstanceOf(RuntimeException.class);

        assertThat(Display.isPart()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 8192})
    void allRowsAreCounted(int count) throws InterruptedException {
        try (var work = LongWork.on("rows", count)) {
            for (var row : work.each(Collections.nCopies(count, "row"))) {
                assertThat(row).isEqualTo("row");
            }
            Thread.sleep(700);
        }

        assertThat(shown.get(shown.size() - 1).text()).doesNotContain("stopped");
    }
}
