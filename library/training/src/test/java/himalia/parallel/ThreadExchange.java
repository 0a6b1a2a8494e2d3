package himalia.parallel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Workers that are threads, and count what they send. */
final class ThreadExchange implements Exchange {
    private final int number;
    private final List<List<BlockingQueue<float[]>>> queues;
    private int messages;
    private int sent;

    /** Work that may fail. */
    interface Work {
        void run() throws IOException;
    }

    private ThreadExchange(int number, List<List<BlockingQueue<float[]>>> queues) {
        this.number = number;
        this.queues = queues;
    }

    static List<ThreadExchange> ring(int count) {
        var queues = new ArrayList<List<BlockingQueue<float[]>>>();
        var ends = new ArrayList<ThreadExchange>();
        for (int i = 0; i < count; i++) {
            queues.add(new ArrayList<>());
            for (int j = 0; j < count; j++) {
                queues.get(i).add(new LinkedBlockingQueue<>());
            }
            ends.add(new ThreadExchange(i, queues));
        }
        return ends;
    }

    void run(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    int messages() {
        return messages;
    }

    int sent() {
        return sent;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int count() {
        return queues.size();
    }

    @Override
    public void send(int to, float[] values, int start, int end) {
        messages++;
        sent += end - start;
        queues.get(number).get(to).add(Arrays.copyOfRange(values, start, end));
    }

    @Override
    public float[] receive(int from) throws IOException {
        try {
            return queues.get(from).get(number).take();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
