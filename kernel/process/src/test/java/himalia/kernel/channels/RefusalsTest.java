package himalia.kernel.channels;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.protocol.Decoded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private final List<String> lines = new ArrayList<>();
    private final ArrayDeque<Runnable> minutes = new ArrayDeque<>();
    private final Refusals refusals = new Refusals(lines::add, minutes::add);

    @Test
    void theFirstIsToldAtOnceWithItsUsualCauseAndTheOthersCountForAMinute() {
        for (int i = 0; i < 5; i++) {
            refusals.add(Channel.SHELL, Decoded.WRONG_SIGNATURE);
        }

        assertThat(lines)
                .containsExactly(
                        "a message was refused: the signature is wrong (shell); usually a front end uses the connection file of an earlier"
                                + " kernel, whose key was another: connect it anew, with the file that this kernel was started with");
        minutes.remove().run();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .startsWith(
                        "4 messages were refused, the last because the signature is wrong (shell); usually");
    }

    @Test
    void afterAMinuteWithoutOneTheNextIsToldAtOnce() {
        refusals.add(Channel.CONTROL, "no frame is <IDS|MSG>");
        minutes.remove().run();
        assertThat(minutes).isEmpty();

        refusals.add(Channel.CONTROL, "no frame is <IDS|MSG>");

        assertThat(lines)
                .containsExactly(
                        "a message was refused: no frame is <IDS|MSG> (control)",
                        "a message was refused: no frame is <IDS|MSG> (control)");
    }
}
