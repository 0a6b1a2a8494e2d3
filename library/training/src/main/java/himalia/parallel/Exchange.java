package himalia.parallel;

import java.io.IOException;

/** The other workers, as one of them sees them: numbers go to each and come from each in order. */
interface Exchange {
    /** Returns this worker's number, from 0. */
    int number();

    /** Returns how many there are. */
    int count();

    void send(int to, float[] values, int start, int end) throws IOException;

    /** Waits for the next numbers of another one. */
    float[] receive(int from) throws IOException;
}
