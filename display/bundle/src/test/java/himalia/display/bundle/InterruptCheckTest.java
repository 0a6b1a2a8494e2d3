package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InterruptCheckTest {
    /** The thread that began is forgotten by the interrupt as soon as the cell ends; its work behind is not. */
    @Test
    void anotherThreadHearsTheInterruptOfTheOneThatBegan() {
        var interrupt = new InterruptCheck();
        interrupt.ask();

        Thread.currentThread().interrupt();
        var piece = CompletableFuture.supplyAsync(interrupt::isInterrupted);
        while (!piece.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(Thread.interrupted()).isTrue();

        assertThat(piece.join()).isTrue();
        assertThat(CompletableFuture.supplyAsync(interrupt::isInterrupted).join()).isTrue();
        assertThatThrownBy(interrupt::ask)
                .isInstanceOf(CancellationException.class)
                .matches(Interrupts::threw);
    }
}
