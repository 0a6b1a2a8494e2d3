package himalia.parallel;

import java.io.DataInputStream;
import java.io.IOException;

final class TreesTask {
    static final String KIND = "trees";

    static WorkerTask read(DataInputStream in, int number) throws IOException {
        throw new IOException("not yet");
    }
}
