namespace CandidateCrm.Tenants;

/// <summary>What became of a fact.</summary>
public enum RecordStatus
{
    /// <summary>It was recorded.</summary>
    Recorded,

    /// <summary>It was there already; nothing changed.</summary>
    Repeated,

    /// <summary>Its id belongs to another fact; that one stands, and a finding was noted.</summary>
    IdReused,

    /// <summary>It was malformed, or one decision by hand more than may hold; nothing changed.</summary>
    Refused,
}
