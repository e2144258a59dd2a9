"""証明書の失効申請: its pages, from what must be known first to the receipt."""
