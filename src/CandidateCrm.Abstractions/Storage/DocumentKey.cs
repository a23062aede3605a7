using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>Names a document: tenant, kind and name.</summary>
public readonly record struct DocumentKey
{
    /// <summary>Initializes a key.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="kind">The kind, such as <c>job</c>: a code.</param>
    /// <param name="name">The name within the kind: 1 to 200 characters.</param>
    public DocumentKey(TenantId tenant, string kind, string name)
    {
        Tenant = tenant.IsAssigned ? tenant : throw new ArgumentException("A document belongs to an assigned tenant.", nameof(tenant));
        Kind = HostText.Code(kind, "The kind of a document");
        Name = HostText.Id(name, "The name of a document");
    }

    /// <summary>Gets the tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Gets the kind.</summary>
    public string Kind { get; }

    /// <summary>Gets the name within the kind.</summary>
    public string Name { get; }

    /// <summary>Returns tenant, kind and name.</summary>
    public override string ToString() => $"{Tenant}/{Kind}/{Name}";
}
