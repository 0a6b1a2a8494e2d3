package himalia.kernel.session;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.content.CommClose;
import himalia.kernel.protocol.content.CommInfoReply;
import himalia.kernel.protocol.content.CommInfoRequest;
import himalia.kernel.protocol.content.CommMsg;
import himalia.kernel.protocol.content.CommOpen;
import himalia.kernel.workers.CommEvent;
import himalia.kernel.workers.CommEvent.Kind;
import himalia.kernel.workers.CommLine;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The open comms, and the way of their messages between the front ends and the worker. */
final class CommRouter {
    private final Map<String, Open> comms = new LinkedHashMap<>();
    private final CellRequests cells;
    private volatile long running;

    CommRouter(CellRequests cells) {
        this.cells = cells;
    }

    /** A comm: the target it was opened under, and the request it was opened in. */
    private record Open(String target, Request request) {
        Open {
            request = request.origin();
        }
    }

    /** Puts the handlers of the requests about comms beside the others. */
    void register(Map<String, Handler> handlers, CommLine line) {
        handlers.put("comm_open", request -> open(line, request));
        handlers.put("comm_msg", request -> message(line, request));
        handlers.put("comm_close", request -> close(line, request));
        handlers.put("comm_info_request", this::info);
    }

    /** Ends the handler that runs. */
    void interrupt(CommLine line) {
        long run = running;
        if (run != 0) {
            line.interrupt(run);
        }
    }

    private void open(CommLine line, Request request) {
        var asked = CommOpen.from(request.content());
        note(asked.commId(), new Open(asked.targetName(), request));
        var event = event(Kind.OPEN, asked.commId(), asked.targetName(), asked.data(), request);
        if (!deliver(line, request, event)) {
            forget(asked.commId());
            request.publish(new CommClose(asked.commId(), Map.of()));
        }
    }

    private void message(CommLine line, Request request) {
        var asked = CommMsg.from(request.content());
        if (isOpen(asked.commId())) {
            deliver(line, request, event(Kind.MESSAGE, asked.commId(), "", asked.data(), request));
        }
    }

    private void close(CommLine line, Request request) {
        var asked = CommClose.from(request.content());
        if (forget(asked.commId())) {
            deliver(line, request, event(Kind.CLOSE, asked.commId(), "", asked.data(), request));
        }
    }

    private void info(Request request) {
        var target = CommInfoRequest.from(request.content()).targetName();
        var found = new LinkedHashMap<String, Object>();
        synchronized (this) {
            comms.forEach(
                    (id, comm) -> {
                        if (target.isEmpty() || comm.target().equals(target)) {
                            found.put(id, Map.of("target_name", comm.target()));
                        }
                    });
        }
        request.reply(new CommInfoReply(found));
    }

    private static CommEvent event(
            Kind kind, String id, String target, Map<String, Object> data, Request request) {
        var message = request.message();
        return new CommEvent(kind, id, target, data, message.metadata(), message.buffers());
    }

    /** Returns whether there was a worker to take it. */
    private boolean deliver(CommLine line, Request request, CommEvent event) {
        long run = cells.beginAside(new CellRequests.Run(request, false, false));
        running = run;
        try {
            line.deliver(run, event);
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            running = 0;
        }
    }

    /** Publishes what the worker says on a comm. */
    void fromWorker(long cell, CommEvent event) {
        var content = content(event);
        var run = cells.find(cell);
        if (event.kind() == Kind.OPEN && run.isPresent()) {
            note(event.id(), new Open(event.target(), run.get().request()));
        } else if (event.kind() == Kind.CLOSE) {
            forget(event.id());
        }
        run.ifPresent(found -> found.request().publish(content, event.metadata(), event.buffers()));
    }

    private static Content content(CommEvent event) {
        return switch (event.kind()) {
            case OPEN -> new CommOpen(event.id(), event.target(), event.data());
            case MESSAGE -> new CommMsg(event.id(), event.data());
            case CLOSE -> new CommClose(event.id(), event.data());
        };
    }

    /** Closes every comm towards the front ends: the worker that held them is gone. */
    void closeAll() {
        Map<String, Open> gone;
        synchronized (this) {
            gone = Map.copyOf(comms);
            comms.clear();
        }
        gone.forEach((id, comm) -> comm.request().publish(new CommClose(id, Map.of())));
    }

    private synchronized void note(String id, Open comm) {
        comms.put(id, comm);
    }

    private synchronized boolean isOpen(String id) {
        return comms.containsKey(id);
    }

    private synchronized boolean forget(String id) {
        return comms.remove(id) != null;
    }
}
