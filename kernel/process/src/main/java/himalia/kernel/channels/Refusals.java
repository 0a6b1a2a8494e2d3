package himalia.kernel.channels;

import himalia.kernel.protocol.Decoded;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Tells whoever runs the kernel that messages are refused, at most once a minute: to the front end that sends them it
 * looks as if the kernel hung, and nobody can answer a message that cannot be believed.
 */
public final class Refusals {
    private static final String USUAL_CAUSE =
            "; usually a front end uses the connection file of an earlier kernel, whose key was another:"
                    + " connect it anew, with the file that this kernel was started with";

    private final Consumer<String> log;
    private final Executor aMinuteLater;
    private int count;
    private String last = "";
    private boolean resting;

    /**
     * Counts for nobody yet.
     *
     * @param log takes a line
     * @param aMinuteLater runs what it is given when a minute has passed
     */
    public Refusals(Consumer<String> log, Executor aMinuteLater) {
        this.log = log;
        this.aMinuteLater = aMinuteLater;
    }

    /** Notes that a message was refused, and why. */
    public synchronized void add(Channel channel, String reason) {
        count++;
        last = reason + " (" + channel.portField().replace("_port", "") + ")";
        if (!resting) {
            tell();
        }
    }

    private void tell() {
        log.accept(
                (count == 1
                                ? "a message was refused: "
                                : count + " messages were refused, the last because ")
                        + last
                        + (last.startsWith(Decoded.WRONG_SIGNATURE) ? USUAL_CAUSE : ""));
        count = 0;
        resting = true;
        aMinuteLater.execute(this::rested);
    }

    private synchronized void rested() {
        resting = false;
        if (count > 0) {
            tell();
        }
    }
}
