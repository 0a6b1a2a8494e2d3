package himalia.streaming;

import java.net.ConnectException;
import java.net.UnknownHostException;
import org.apache.flink.streaming.api.functions.source.legacy.SocketTextStreamFunction;

/** Flink's lines of a port; where nobody listens it says where that was. */
final class SocketLines extends SocketTextStreamFunction {
    private static final long serialVersionUID = 1;

    private final String host;
    private final int port;

    SocketLines(String host, int port) {
        super(host, port, "\n", 0);
        this.host = host;
        this.port = port;
    }

    @Override
    public void run(SourceContext<String> out) throws Exception {
        try {
            super.run(out);
        } catch (ConnectException e) {
            throw new IllegalStateException(
                    "nobody listens at %s:%d (%s); start there what sends the lines, such as nc -lk %2$d, and then the stream"
                            .formatted(host, port, e.getMessage()),
                    e);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no machine is called '%s'".formatted(host), e);
        }
    }
}
