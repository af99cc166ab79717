import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire between the services and a server, which can be cut in one direction, slowed, or torn. */
final class Proxy implements AutoCloseable {

  enum Direction {
    TO_SERVER,
    TO_CLIENT
  }

  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Object wire = new Object();
  private Direction cut;
  private volatile Duration delay = Duration.ZERO;

  Proxy(int target) {
    this.target = target;
    try {
      listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    try {
      client.setTcpNoDelay(true);
      sockets.add(client);
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      server.setTcpNoDelay(true);
      sockets.add(server);
      Thread.ofVirtual().start(() -> pass(client, server, Direction.TO_SERVER));
      pass(server, client, Direction.TO_CLIENT);
    } catch (IOException refused) {
      tear(client);
    }
  }

  private void pass(Socket from, Socket to, Direction direction) {
    byte[] bytes = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        awaitWire(direction);
        if (!delay.isZero()) {
          Thread.sleep(delay);
        }
        out.write(bytes, 0, read);
      }
    } catch (IOException ended) {
      // Either side has gone: so does the other.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      close(from);
      close(to);
    }
  }

  private void awaitWire(Direction direction) throws InterruptedException {
    synchronized (wire) {
      while (cut == direction) {
        wire.wait();
      }
    }
  }

  /** What is sent that way does not arrive until the wire is mended, as in a network that drops packets. */
  void cut(Direction direction) {
    synchronized (wire) {
      cut = direction;
    }
  }

  void mend() {
    synchronized (wire) {
      cut = null;
      wire.notifyAll();
    }
    delay = Duration.ZERO;
  }

  /** Each time something is sent, either way. */
  void slow(Duration each) {
    delay = each;
  }

  /** Every connection there is, with a reset. */
  int reset() {
    int torn = 0;
    for (Socket socket : sockets) {
      tear(socket);
      torn++;
    }
    return torn / 2;
  }

  private void tear(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException gone) {
      // Then there is nothing to reset.
    }
    close(socket);
  }

  private void close(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed, which is what was wanted.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    mend();
    reset();
  }
}
