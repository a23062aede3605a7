namespace GreenhouseBridge.Webhooks;

/// <summary>What can be wrong with a delivery. Every code has a row in docs/greenhouse-bridge.md.</summary>
internal static class BridgeFindingCodes
{
    internal const string SignatureMissing = "signature.missing";
    internal const string SignatureMalformed = "signature.malformed";
    internal const string SignatureWrong = "signature.wrong";
    internal const string BodyEmpty = "body.empty";
    internal const string BodyTooLarge = "body.too_large";
    internal const string BodyNotJson = "body.not_json";
    internal const string ActionMissing = "action.missing";
    internal const string ActionUnknown = "action.unknown";
    internal const string FieldMissing = "field.missing";
    internal const string FieldInvalid = "field.invalid";
    internal const string ReferenceUnknown = "reference.unknown";
    internal const string FactRefused = "fact.refused";
}
