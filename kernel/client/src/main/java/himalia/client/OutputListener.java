package himalia.client;

import himalia.kernel.protocol.Message;

/** Hears what is published for a cell, while it runs, on the thread that runs it. */
public interface OutputListener {
    /** Hears nothing. */
    OutputListener NONE = message -> {};

    /** Takes the next message: status, execute_input, stream, display_data, execute_result, error … */
    void published(Message message);
}
