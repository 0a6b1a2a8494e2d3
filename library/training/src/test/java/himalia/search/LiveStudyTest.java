package himalia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.Display;
import himalia.display.bundle.DisplaySink;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Progress;
import himalia.search.samplers.RandomSearch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStudyTest {
    private final List<MimeBundle> shown = new CopyOnWriteArrayList<>();
    private final List<MimeBundle> updates = new CopyOnWriteArrayList<>();

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
            updates.add(bundle);
        }

        @Override
        public void clear(boolean wait) {}

        @Override
        public boolean isWatched() {
            return watched;
        }
    }

    private static Study study() {
        return Study.minimize(SearchSpace.of("x=uniform(0, 1)"), new RandomSearch(1));
    }

    @Test
    void aLongStudyIsOnePictureThatEndsInALine() {
        study().run(
                        8,
                        trial -> {
                            Thread.sleep(150);
                            try (var progress = Progress.whenLong("rounds", 10)) {
                                progress.advance(10);
                                Thread.sleep(50);
                            }
                            return trial.real("x");
                        });
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).data()).containsKey("image/png");
        assertThat(shown.get(0).text()).contains(" of 8 trials · best ");
        assertThat(updates).hasSizeBetween(1, 12);
        var last = updates.get(updates.size() - 1);
        assertThat(last.text()).startsWith("8 of 8 trials · best ");
        assertThat(last.data()).containsOnlyKeys("text/plain");
    }

    @Test
    void aShortOneIsNotShown() {
        study().run(8, trial -> trial.real("x"));
        assertThat(shown).isEmpty();
    }

    @Test
    void oneThatIsInterruptedSaysSo() {
        assertThatThrownBy(
                        () ->
                                study().run(
                                                20,
                                                trial -> {
                                                    Thread.sleep(300);
                                                    if (trial.number() == 4) {
                                                        Thread.currentThread().interrupt();
                                                    }
                                                    return trial.real("x");
                                                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        Display.cellEnded(CellEnd.INTERRUPTED);
        assertThat(updates.get(updates.size() - 1).text())
                .startsWith("5 of 20 trials · best ")
                .endsWith(" · " + CellEnd.INTERRUPTED.word());
    }
}
