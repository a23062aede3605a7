using System.Security.Cryptography;
using System.Text;

namespace GreenhouseBridge.Webhooks;

/// <summary>
/// Knows a delivery of Greenhouse from a forged one: the header holds <c>sha256</c>, a space and the HMAC of the raw body under the secret of
/// the web hook, in hexadecimal digits. While a secret is being replaced, the old one and the new one count.
/// </summary>
internal sealed class WebhookSignature
{
    internal const string Header = "Signature";
    private const string Algorithm = "sha256";
    private const string WouldBeRight = "It is sha256, a space and 64 hexadecimal digits.";
    private readonly byte[][] _secrets;

    internal WebhookSignature(params string[] secrets)
    {
        _secrets = secrets is { Length: > 0 } && !secrets.Any(string.IsNullOrEmpty)
            ? [.. secrets.Select(Encoding.UTF8.GetBytes)]
            : throw new ArgumentException("A signature is checked with at least one secret, and none is empty.", nameof(secrets));
    }

    /// <summary>Returns what is wrong with a signature; null where it is right.</summary>
    internal BridgeFinding? FaultOf(ReadOnlySpan<byte> body, string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return new BridgeFinding(BridgeFindingCodes.SignatureMissing, Header, "The delivery is not signed.", WouldBeRight);
        }

        var told = new byte[SHA256.HashSizeInBytes];
        if (!TryRead(header, told))
        {
            return new BridgeFinding(BridgeFindingCodes.SignatureMalformed, Header, "The signature is not one.", WouldBeRight);
        }

        return IsSignedWithAny(body, told)
            ? null
            : new BridgeFinding(BridgeFindingCodes.SignatureWrong, Header, "The signature does not belong to this body.", "It is made over the raw body with a secret that is in use.");
    }

    /// <summary>Makes the header for a body, with the first secret.</summary>
    internal string Sign(ReadOnlySpan<byte> body) => $"{Algorithm} {Convert.ToHexStringLower(HMACSHA256.HashData(_secrets[0], body))}";

    private static bool TryRead(string header, Span<byte> hash)
    {
        var text = header.AsSpan().Trim();
        return text.StartsWith(Algorithm + " ", StringComparison.Ordinal)
            && text[(Algorithm.Length + 1)..] is { Length: SHA256.HashSizeInBytes * 2 } digits
            && Convert.FromHexString(digits, hash, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == hash.Length;
    }

    /// <summary>Compares with every secret and in constant time: how long it takes says nothing about how much was right.</summary>
    private bool IsSignedWithAny(ReadOnlySpan<byte> body, ReadOnlySpan<byte> told)
    {
        var isRight = false;
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var secret in _secrets)
        {
            HMACSHA256.HashData(secret, body, expected);
            isRight |= CryptographicOperations.FixedTimeEquals(expected, told);
        }

        return isRight;
    }
}
