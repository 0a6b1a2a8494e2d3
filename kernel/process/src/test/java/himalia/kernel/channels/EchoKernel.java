package himalia.kernel.channels;

import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.MessageCodec;
import himalia.kernel.protocol.Sender;
import himalia.kernel.protocol.content.InterruptReply;
import himalia.kernel.protocol.content.Status;
import himalia.kernel.protocol.content.StreamOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every request on the thread where it arrives: busy, its code as output, a reply, idle. */
final class EchoKernel implements Inbox, AutoCloseable {
    final ConnectionFile file;
    final Sender sender = Sender.fresh("echo");
    final List<String> refusals = new CopyOnWriteArrayList<>();
    final Channels channels;

    EchoKernel(ConnectionFile file) throws IOException {
        this.file = file;
        this.channels = new Channels(file, new MessageCodec(file.signature()), sender, this);
        channels.open();
    }

    static EchoKernel start() throws IOException {
        return new EchoKernel(freshFile("127.0.0.1", null));
    }

    static ConnectionFile freshFile(String ip, CurveKeys keys) throws IOException {
        var ports = new EnumMap<Channel, Integer>(Channel.class);
        var held = new ArrayList<ServerSocket>();
        for (var channel : Channel.values()) {
            var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            ports.put(channel, socket.getLocalPort());
        }
        for (var socket : held) {
            socket.close();
        }
        return new ConnectionFile(ip, ports, "secret", "hmac-sha256", "echo", keys);
    }

    @Override
    public void received(Channel channel, Message message) {
        if (message.type().equals("break")) {
            throw new IllegalStateException("the inbox broke, as it was asked to");
        }
        publish(message, Status.busy());
        publish(message, StreamOutput.stdout(message.fields().text("code", "")));
        channels.send(channel, sender.reply(message, InterruptReply.ok()));
        publish(message, Status.idle());
    }

    void publish(Message parent, himalia.kernel.protocol.Content content) {
        channels.publish("kernel." + content.type(), sender.broadcast(parent.header(), content));
    }

    void publish(String text) {
        channels.publish("kernel.stream", sender.broadcast(Map.of(), StreamOutput.stdout(text)));
    }

    @Override
    public void refused(Channel channel, String reason) {
        refusals.add(channel + ": " + reason);
    }

    @Override
    public void close() {
        channels.close();
    }
}
