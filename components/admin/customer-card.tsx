import { Card, CardHeader } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

type Props = {
  name: string;
  email: string;
  phone: string | null;
  /** Printed lines. */
  shipping: string[] | null;
  billing: string[];
};

export function CustomerCard({ name, email, phone, shipping, billing }: Props) {
  const isSame = shipping?.join() === billing.join();
  return (
    <Card aria-labelledby="customer">
      <CardHeader id="customer" title="Customer" />
      <p className="font-semibold">{name}</p>
      <p className="text-sm">
        <a href={`mailto:${email}`} className="break-all underline underline-offset-4">
          {email}
        </a>
      </p>
      {phone && <p className="text-sm text-muted">{phone}</p>}
      <Link
        href={`/admin/orders?search=${encodeURIComponent(email)}`}
        className="target -mb-1 inline-flex items-center gap-1 text-sm text-muted hover:text-ink"
      >
        Orders of this customer <Icon name="chevronRight" className="size-4" />
      </Link>
      {shipping && <Address title="Ships to" lines={shipping} />}
      {isSame ? (
        <p className="mt-4 text-sm text-muted">Billed to the same address</p>
      ) : (
        <Address title="Billed to" lines={billing} />
      )}
    </Card>
  );
}

function Address({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="mt-4 border-t border-line pt-4 text-sm">
      <h3 className="mb-1 text-xs font-semibold text-muted">{title}</h3>
      <address className="not-italic">
        {lines.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </address>
    </div>
  );
}
