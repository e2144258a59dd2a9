// A CMP server made of BouncyCastle: it revokes a certificate if its very holder asks for it, once.
// Arguments: port, folder with ca.der, server.der, server.key (PKCS#8).
import com.sun.net.httpserver.HttpServer;
import java.io.*;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.file.*;
import java.security.*;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.*;
import org.bouncycastle.asn1.*;
import org.bouncycastle.asn1.cmp.*;
import org.bouncycastle.asn1.crmf.*;
import org.bouncycastle.asn1.x509.*;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.*;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.*;

public class CmpServer {
    static X509CertificateHolder ca, own;
    static PrivateKey key;
    static final Set<BigInteger> revoked = new HashSet<>();

    public static void main(String[] words) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        Path folder = Paths.get(words[1]);
        ca = new X509CertificateHolder(Files.readAllBytes(folder.resolve("ca.der")));
        own = new X509CertificateHolder(Files.readAllBytes(folder.resolve("server.der")));
        byte[] pkcs8 = Files.readAllBytes(folder.resolve("server.key"));
        key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        int port = Integer.parseInt(words[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            try {
                byte[] answer = answer(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Content-Type", "application/pkixcmp");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (Exception fault) {
                fault.printStackTrace();
                exchange.sendResponseHeaders(500, -1);
            }
            exchange.close();
        });
        server.start();
    }

    static byte[] answer(byte[] body) throws Exception {
        GeneralPKIMessage general = new GeneralPKIMessage(body);
        PKIHeader header = general.getHeader();
        PKIStatusInfo status = judge(general);
        System.out.println("answers " + status.getStatus());
        RevRepContentBuilder content = new RevRepContentBuilder().add(status);
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(key);
        ProtectedPKIMessageBuilder message =
            new ProtectedPKIMessageBuilder(new GeneralName(own.getSubject()), header.getSender());
        message.setBody(new PKIBody(PKIBody.TYPE_REVOCATION_REP, content.build()));
        message.setTransactionID(header.getTransactionID().getOctets());
        message.setRecipNonce(header.getSenderNonce().getOctets());
        message.setSenderNonce(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
        message.setMessageTime(new Date());
        return message.addCMPCertificate(own).build(signer).toASN1Structure().getEncoded();
    }

    static PKIStatusInfo judge(GeneralPKIMessage general) throws Exception {
        ProtectedPKIMessage message = new ProtectedPKIMessage(general);
        X509CertificateHolder signer = message.getCertificates()[0];
        JcaContentVerifierProviderBuilder keys = new JcaContentVerifierProviderBuilder();
        if (!message.verify(keys.build(signer))) return no(PKIFailureInfo.badMessageCheck);
        if (!signer.isSignatureValid(keys.build(ca))) return no(PKIFailureInfo.signerNotTrusted);
        RevReqContent request = (RevReqContent) message.getBody().getContent();
        CertTemplate named = request.toRevDetailsArray()[0].getCertDetails();
        BigInteger serial = named.getSerialNumber().getValue();
        boolean holder = serial.equals(signer.getSerialNumber())
            && named.getIssuer().equals(signer.getIssuer());
        if (!holder) return no(PKIFailureInfo.notAuthorized);
        Extensions entry = request.toRevDetailsArray()[0].getCrlEntryDetails();
        System.out.println("reason "
            + CRLReason.getInstance(entry.getExtensionParsedValue(Extension.reasonCode)).getValue());
        if (!revoked.add(serial)) return no(PKIFailureInfo.certRevoked);
        return new PKIStatusInfo(PKIStatus.granted);
    }

    static PKIStatusInfo no(int failure) {
        PKIFreeText text = new PKIFreeText("not by this server");
        return new PKIStatusInfo(PKIStatus.rejection, text, new PKIFailureInfo(failure));
    }
}
