package himalia.parallel;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** How the workers of a network share an epoch. */
interface NetworkWay {
    /** Returns what each worker is told once. */
    byte[] task(NetworkJob job);

    /** Returns how many workers there are. */
    int workers();

    /**
     * Lets the workers see every row once.
     *
     * @param order the rows in their order
     * @param before where they begin
     * @param fresh whether the workers know nothing of that yet
     */
    Epoch epoch(TrainingProcesses processes, int[] order, byte[] before, boolean fresh)
            throws WorkerLost, IOException;

    /**
     * What came of it.
     *
     * @param stalest by how many updates of others a gradient was late
     */
    record Epoch(double loss, byte[] state, long stalest) {}

    /** Tells all the same. */
    static List<byte[]> orders(
            TrainingProcesses processes, int[] rows, byte[] before, boolean fresh) {
        var order = new EpochOrder(rows, fresh ? before : null).bytes();
        return Collections.nCopies(processes.count(), order);
    }

    /** All replicas make each step together. */
    record Synchronous(int workers) implements NetworkWay {
        @Override
        public byte[] task(NetworkJob job) {
            return WireFormat.bytes(
                    out -> {
                        out.writeUTF(SynchronousTask.KIND);
                        job.write(out);
                    });
        }

        @Override
        public Epoch epoch(TrainingProcesses processes, int[] order, byte[] before, boolean fresh)
                throws WorkerLost, IOException {
            var results = processes.work(orders(processes, order, before, fresh), (w, found) -> {});
            var in = WireFormat.reader(results.get(0));
            return new Epoch(in.readDouble(), in.readAllBytes(), 0);
        }
    }

    /**
     * Each replica makes its steps by itself.
     *
     * @param rows rows of a step
     */
    record Asynchronous(int workers, int staleness, int rows, double rate) implements NetworkWay {
        @Override
        public byte[] task(NetworkJob job) {
            return WireFormat.bytes(
                    out -> {
                        out.writeUTF(AsynchronousTask.KIND);
                        job.write(out);
                    });
        }

        @Override
        public Epoch epoch(TrainingProcesses processes, int[] order, byte[] before, boolean fresh)
                throws WorkerLost, IOException {
            var steps = new int[workers];
            for (int worker = 0; worker < workers; worker++) {
                steps[worker] = AsynchronousTask.steps(order.length, rows, worker, workers);
            }
            var server =
                    new ParameterServer(
                            processes,
                            Adam.read(WireFormat.reader(before), rate),
                            staleness,
                            steps);
            double loss = 0;
            for (var result :
                    processes.work(orders(processes, order, before, false), server::heard)) {
                loss += WireFormat.reader(result).readDouble();
            }
            return new Epoch(
                    loss, WireFormat.bytes(out -> server.adam().write(out)), server.oldest());
        }
    }

    /**
     * Each of two workers has half of the layers.
     *
     * @param split how many layers the first has
     */
    record Pipelined(int split, int microBatches, double rate) implements NetworkWay {
        @Override
        public int workers() {
            return 2;
        }

        @Override
        public byte[] task(NetworkJob job) {
            return WireFormat.bytes(
                    out -> {
                        out.writeUTF(PipelineTask.KIND);
                        job.write(out);
                        out.writeInt(split);
                        out.writeInt(microBatches);
                    });
        }

        @Override
        public Epoch epoch(TrainingProcesses processes, int[] order, byte[] before, boolean fresh)
                throws WorkerLost, IOException {
            var results = processes.work(orders(processes, order, before, fresh), (w, found) -> {});
            var first = WireFormat.reader(results.get(0));
            var second = WireFormat.reader(results.get(1));
            double loss = first.readDouble() + second.readDouble();
            var adam = Adam.read(first, rate).and(Adam.read(second, rate));
            return new Epoch(loss, WireFormat.bytes(adam::write), 0);
        }
    }
}
