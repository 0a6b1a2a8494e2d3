package himalia.kernel.channels;

import org.zeromq.SocketType;

/** The five sockets of a kernel, named as the connection file names them. */
public enum Channel {
    /** Requests that take their turn: execute, complete, inspect. */
    SHELL("shell", SocketType.ROUTER),
    /** Requests that may not wait: interrupt, shutdown, debug. */
    CONTROL("control", SocketType.ROUTER),
    /** The kernel asks, the user types. */
    STDIN("stdin", SocketType.ROUTER),
    /** What every front end sees: status, output, results. */
    IOPUB("iopub", SocketType.XPUB),
    /** Bytes sent back as they came, to show that the kernel lives. */
    HEARTBEAT("hb", SocketType.ROUTER);

    private final String prefix;
    private final SocketType serverType;

    Channel(String prefix, SocketType serverType) {
        this.prefix = prefix;
        this.serverType = serverType;
    }

    /** Returns the field of a connection file that holds the port. */
    String portField() {
        return prefix + "_port";
    }

    /** Returns the kernel's end of the channel. */
    SocketType serverType() {
        return serverType;
    }
}
